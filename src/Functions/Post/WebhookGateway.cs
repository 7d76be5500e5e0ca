using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NtmServerless.Functions.Post;

/// <summary>What the gateway gets as JSON.</summary>
public sealed record GatewayMessage(string Id, NoticeKind Kind, string Phone, string Text);

/// <summary>
/// Posts short messages to the gateway for SMS or Zalo. The body is signed (HMAC-SHA256, hexadecimal) in
/// <see cref="SignatureHeader"/>; <see cref="KeyHeader"/> is the same in all attempts.
/// </summary>
public sealed class WebhookGateway(WebhookSettings settings) : IDisposable
{
    public const string SignatureHeader = "X-Ntm-Signature";
    public const string KeyHeader = "Idempotency-Key";
    private const int LongestAnswer = 300;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(30),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    public bool IsOn => settings.IsOn;

    public static string Sign(string secret, ReadOnlySpan<byte> body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    public async Task<AttemptResult> SendAsync(OutgoingMessage message, Letter letter, CancellationToken cancellation)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new GatewayMessage(message.Id, message.Kind, letter.To, letter.Body), Wire.Json);
        using HttpRequestMessage request = new(HttpMethod.Post, settings.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(SignatureHeader, Sign(settings.Secret, body));
        request.Headers.Add(KeyHeader, message.Id);
        // On a connection that was used before, a lost answer would be retried below us, without a word.
        request.Headers.ConnectionClose = true;
        try
        {
            using HttpResponseMessage answer = await _http.SendAsync(request, cancellation);
            if (answer.IsSuccessStatusCode) return AttemptResult.Accepted;
            string said = await answer.Content.ReadAsStringAsync(cancellation);
            bool later = (int)answer.StatusCode >= 500 || answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)425;
            return new AttemptResult(
                later ? AttemptOutcome.Deferred : AttemptOutcome.Refused, $"{(int)answer.StatusCode} {said[..Math.Min(said.Length, LongestAnswer)]}".TrimEnd());
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new AttemptResult(AttemptOutcome.Deferred, e.Message);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            // It went out, and no answer came back.
            return new AttemptResult(AttemptOutcome.Unknown, e.Message);
        }
    }

    public void Dispose() => _http.Dispose();
}
