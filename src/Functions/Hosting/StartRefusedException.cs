namespace NtmServerless.Functions.Hosting;

/// <summary>The app cannot open as it was asked to; the message says what to do, in Vietnamese.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
