using System.Threading.RateLimiting;

namespace NtmServerless.Functions.Hosting;

/// <summary>Who is refused at the door.</summary>
public sealed class UnauthenticatedException() : Exception("No valid key, nobody signed in.");
