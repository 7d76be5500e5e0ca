using System.Net.Http.Json;
using System.Text.Json;

namespace NtmServerless.Rehearsal.Host;

/// <summary>The host's admin API: moves business time and counts storage requests.</summary>
internal sealed class HostClock : IDisposable
{
    private readonly ChildHost _host;
    private readonly Disturbance _disturbance;
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private StorageCount _ofKilled;

    public HostClock(ChildHost host, Disturbance disturbance)
    {
        _host = host;
        _disturbance = disturbance;
        disturbance.BeforeKill = async () => _ofKilled += await CountOfProcessAsync();
    }

    /// <summary>Business time, as the last answer told it.</summary>
    public DateTimeOffset Now { get; private set; } = ChildHost.Start;

    public int Advances { get; private set; }

    /// <summary>Moves business time forward and waits until everything that was due has come to rest.</summary>
    public async Task AdvanceAsync(DateTimeOffset until)
    {
        Advances++;
        using HttpResponseMessage answer = await _disturbance.SurviveAsync(() => _disturbance.MaybeKillAsync(async () =>
        {
            using HttpRequestMessage request = Request(HttpMethod.Post, "admin/host/clock");
            request.Content = JsonContent.Create(new { until });
            return await _http.SendAsync(request);
        }));
        if (!answer.IsSuccessStatusCode) throw new RehearsalException($"Đồng hồ không chạy tới {until:u}: {(int)answer.StatusCode}.");
        Now = until;
    }

    /// <summary>Storage requests so far, over all processes of this rehearsal.</summary>
    public async Task<StorageCount> CountAsync() => _ofKilled + await CountOfProcessAsync();

    public void Dispose() => _http.Dispose();

    private async Task<StorageCount> CountOfProcessAsync()
    {
        using HttpRequestMessage request = Request(HttpMethod.Get, "admin/host/status");
        using HttpResponseMessage answer = await _http.SendAsync(request);
        JsonElement counts = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("storageRequests");
        return new StorageCount(counts.GetProperty("host").GetInt64(), counts.GetProperty("app").GetInt64());
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        HttpRequestMessage request = new(method, new Uri(_host.Address, path));
        request.Headers.Add("x-functions-key", _host.HostKey);
        return request;
    }
}
