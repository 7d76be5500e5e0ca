using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace NtmServerless.Functions.Hosting;

/// <summary>What an upload says of its files.</summary>
public sealed record UploadDescription(EvidenceKind Kind, int? Session, int? Signatures);
