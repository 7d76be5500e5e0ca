using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace NtmServerless.Functions.Hosting;

/// <summary>The app has no storage yet, or not its rights on it: it opens by itself when it can.</summary>
public sealed class NotOpenYetException : Exception;
