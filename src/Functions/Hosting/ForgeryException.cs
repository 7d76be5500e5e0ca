using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace NtmServerless.Functions.Hosting;

/// <summary>A request that the officer's own page did not make.</summary>
public sealed class ForgeryException() : Exception("No valid antiforgery token, or another origin.");
