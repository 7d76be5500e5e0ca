using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NtmServerless.Rehearsal.Host;

/// <summary>
/// Sends requests as forms and programs do, one after the other. When the connection breaks it sends the same request
/// again with the same idempotency key, as a form on a poor network does.
/// </summary>
internal sealed class Client(ChildHost host, Disturbance disturbance) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private int _keys;

    /// <summary>Requests sent, repeated ones included.</summary>
    public int Sent { get; private set; }

    public Task<Answer> GetAsync(string path, string? apiKey = null) => SendAsync(HttpMethod.Get, path, null, apiKey);

    public Task<Answer> PostAsync(string path, object form, string? apiKey = null) =>
        SendAsync(HttpMethod.Post, path, () => JsonContent(JsonSerializer.Serialize(form, Json)), apiKey);

    public Task<Answer> PostFormAsync(string path, IReadOnlyDictionary<string, string> fields, string? apiKey = null) =>
        SendAsync(HttpMethod.Post, path, () => new FormUrlEncodedContent(fields), apiKey);

    public Task<Answer> PostSignedAsync(string path, string json, string signature) =>
        SendAsync(HttpMethod.Post, path, () => JsonContent(json), null, signature);

    public Task<Answer> UploadAsync(string path, byte[] file, string name, IReadOnlyDictionary<string, string> fields, string apiKey) =>
        SendAsync(HttpMethod.Post, path, () =>
        {
            MultipartFormDataContent content = new("----bieu-mau-minh-chung");
            foreach ((string field, string value) in fields) content.Add(new StringContent(value), field);
            content.Add(new ByteArrayContent(file), "file", name);
            return content;
        }, apiKey);

    public void Dispose() => _http.Dispose();

    private static StringContent JsonContent(string json) => new(json, Encoding.UTF8, "application/json");

    private Task<Answer> SendAsync(HttpMethod method, string path, Func<HttpContent>? content, string? apiKey, string? signature = null)
    {
        string key = $"dien-tap-{++_keys}";
        HttpRequestMessage Make()
        {
            HttpRequestMessage request = new(method, new Uri(host.Address, path)) { Content = content?.Invoke() };
            if (method == HttpMethod.Post) request.Headers.Add("Idempotency-Key", key);
            if (apiKey is not null) request.Headers.Add("x-api-key", apiKey);
            if (signature is not null) request.Headers.Add("X-Signature", signature);
            return request;
        }

        return disturbance.SurviveAsync(async () =>
        {
            Sent++;
            using HttpRequestMessage request = Make();
            using HttpResponseMessage response = await disturbance.MaybeKillAsync(request, _http);
            return new Answer($"{method} {path}", (int)response.StatusCode, await response.Content.ReadAsStringAsync());
        });
    }
}
