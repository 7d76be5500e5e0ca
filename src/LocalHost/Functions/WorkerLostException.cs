using Microsoft.DurableTask.Protobuf;
using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Functions;

/// <summary>The app's process died while something of it ran.</summary>
internal sealed class WorkerLostException() : IOException("The app's process has ended.");
