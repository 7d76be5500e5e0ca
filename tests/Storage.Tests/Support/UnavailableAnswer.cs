using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace NtmServerless.Storage.Tests.Support;

/// <summary>503 as a storage gives it that is overloaded or starting.</summary>
internal sealed class UnavailableAnswer : Response
{
    public override int Status => 503;

    public override bool IsError => true;

    public override string ReasonPhrase => "Service Unavailable";

    public override Stream? ContentStream { get; set; } = new MemoryStream();

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => false;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return false;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = null;
        return false;
    }
}
