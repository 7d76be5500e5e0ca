using System.Threading.RateLimiting;

namespace NtmServerless.Functions.Hosting;

/// <summary>An officer whose password was given by somebody else has to choose an own one first.</summary>
public sealed class PasswordChangeNeededException() : Exception("A given password is good for choosing an own one only.");
