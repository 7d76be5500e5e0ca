using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Practice;

/// <summary>
/// Asks the host of this PC to move a practice clock on. The host gives the app a key for that alone, at each start anew, and gives none
/// where the clock is the real one; other hosts know nothing of it.
/// </summary>
public sealed class HostClock(IConfiguration configuration, NtmOptions options, ILogger<HostClock> log) : IDisposable
{
    private const string KeySetting = "PracticeClockKey";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly string? _key = options.Practice && configuration[KeySetting] is { Length: > 0 } key ? key : null;
    private readonly string? _host = configuration["WEBSITE_HOSTNAME"];

    public bool IsMovable => _key is not null && _host is { Length: > 0 };

    /// <summary>The folder whose clock it is; null: it has none of its own.</summary>
    public string? Folder => Path.GetDirectoryName(configuration[BusinessTime.Setting]) is { Length: > 0 } folder ? folder : null;

    /// <summary>Has the clock moved; it begins when the request that asks for it has been answered.</summary>
    /// <returns>False: it is being moved already.</returns>
    public async Task<bool> MoveAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Post, "admin/host/clock/move", JsonContent.Create(new { until }), cancellation);
        if (answer.StatusCode == HttpStatusCode.Conflict) return false;
        answer.EnsureSuccessStatusCode();
        return true;
    }

    /// <summary>Whether a move is under way; false also where the host does not say.</summary>
    public async Task<bool> IsMovingAsync(CancellationToken cancellation)
    {
        if (!IsMovable) return false;
        try
        {
            using HttpResponseMessage answer = await SendAsync(HttpMethod.Get, "admin/host/clock", null, cancellation);
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadFromJsonAsync<ClockAnswer>(JsonSerializerOptions.Web, cancellation))?.MovingTo is not null;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            PracticeLog.ClockSilent(log, FailureTrace.Of(e));
            return false;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using HttpRequestMessage request = new(method, $"http://{_host}/{path}") { Content = content };
        request.Headers.Add("x-functions-key", _key);
        return await _http.SendAsync(request, cancellation);
    }

    private sealed record ClockAnswer(DateTimeOffset? MovingTo);
}
