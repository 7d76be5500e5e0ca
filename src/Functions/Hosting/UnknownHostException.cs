using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace NtmServerless.Functions.Hosting;

/// <summary>A request for a host that this app is not.</summary>
public sealed class UnknownHostException() : Exception("Not a host name of this app.");
