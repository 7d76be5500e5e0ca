using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Hosting;

/// <summary>What is answered when something is wrong (RFC 9457), in Vietnamese, with a stable type.</summary>
/// <param name="Errors">Field by field: what is wrong and what to do.</param>
public sealed record Problem(
    [property: JsonIgnore] string Code, string Title, int Status, string Detail, IReadOnlyDictionary<string, string[]>? Errors = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string Type => "urn:ntm:problem:" + Code;

    [JsonIgnore]
    public string? RetryAfter { get; init; }

    public Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        if (RetryAfter is not null) response.Headers.RetryAfter = RetryAfter;
        if (Status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "ApiKey header=\"x-api-key\"";
        return response.WriteAsJsonAsync(this, Options, "application/problem+json");
    }
}
