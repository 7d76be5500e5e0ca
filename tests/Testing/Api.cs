using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace NtmServerless.Testing;

/// <summary>What the app answered.</summary>
public sealed record Answer(HttpStatusCode Status, string? MediaType, byte[] Body, HttpResponseHeaders Headers, HttpContentHeaders OfTheBody)
{
    public IEnumerable<KeyValuePair<string, IEnumerable<string>>> AllHeaders => Headers.Concat(OfTheBody);

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Body) ?? throw new JsonException("The answer is null.");

    /// <summary>The problem's type without its prefix; null where the answer is no problem.</summary>
    public string? Problem => MediaType == "application/problem+json" ? Json["type"]!.GetValue<string>().Replace("urn:ntm:problem:", "", StringComparison.Ordinal) : null;

    /// <summary>The answer itself, when it has the status that was expected; its text is in the failure.</summary>
    public Answer Must(HttpStatusCode expected) =>
        Status == expected ? this : throw new InvalidOperationException($"{(int)Status} instead of {(int)expected}: {Text[..Math.Min(Text.Length, 2_000)]}");
}

/// <summary>Calls the app over HTTP, as one caller: with a key, or as anybody.</summary>
public sealed class Api(HttpClient http, Uri address, string? key = null)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public Uri Address => address;

    /// <summary>The same app as another caller.</summary>
    public Api As(string? other) => new(http, address, other);

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, object? body = null, string? idempotencyKey = null) => SendAsync(
        HttpMethod.Post, path, body as HttpContent ?? (body is null ? null : JsonBody(JsonSerializer.Serialize(body, Json))),
        idempotencyKey is null ? [] : [("Idempotency-Key", idempotencyKey)]);

    public static StringContent JsonBody(string json) => new(json, Encoding.UTF8, "application/json");

    /// <param name="path">Goes over the wire as it is written, without tidying of dots and escapes.</param>
    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        UriCreationOptions asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };
        using HttpRequestMessage request = new(method, new Uri(address.ToString().TrimEnd('/') + path, in asWritten)) { Content = content };
        if (key is not null) request.Headers.Add("x-api-key", key);
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using HttpResponseMessage response = await http.SendAsync(request);
        return new Answer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync(), response.Headers, response.Content.Headers);
    }
}
