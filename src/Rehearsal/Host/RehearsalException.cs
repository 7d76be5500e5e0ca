using System.Globalization;

namespace NtmServerless.Rehearsal.Host;

/// <summary>The rehearsal cannot go on; the message says why, to a person.</summary>
internal sealed class RehearsalException(string message, Exception? inner = null) : Exception(message, inner);
