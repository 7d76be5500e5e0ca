using System.Threading.RateLimiting;

namespace NtmServerless.Functions.Hosting;

/// <summary>A caller whose role or unit may not do this.</summary>
public sealed class ForbiddenException() : Exception("Not allowed.");
