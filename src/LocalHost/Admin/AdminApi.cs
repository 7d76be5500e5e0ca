using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NtmServerless.LocalHost.Http;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Time;
using NtmServerless.LocalHost.Timers;
using NtmServerless.LocalHost.Worker;

namespace NtmServerless.LocalHost.Admin;

/// <summary>
/// The host's own API under /admin, for the one who runs it: from this PC and under its own names only, with the host's master key in
/// <c>x-functions-key</c>. It is not counted as in flight. The app itself may move a practice clock on, by a key that is good for that alone.
/// </summary>
internal sealed class AdminApi(
    BusinessClock clock,
    ClockDriver driver,
    InFlight inFlight,
    RequestGate gate,
    StorageRequests storage,
    InstanceAdmin instances,
    TimerTriggers timers,
    AppSupervisor app,
    ClockKey clockKey,
    string hostKey)
{
    private const string ShowClock = "GET /ADMIN/HOST/CLOCK";
    private const string MoveClock = "POST /ADMIN/HOST/CLOCK/MOVE";

    public static bool IsMeant(HttpContext http) => http.Request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase);

    public async Task AnswerAsync(HttpContext http)
    {
        string call = $"{http.Request.Method} {http.Request.Path}".ToUpperInvariant();
        (int status, object? answer) = !IsOwnName(http.Request.Headers.Host.ToString()) ? (StatusCodes.Status400BadRequest, null)
            : IsAllowed(http, hostKey) || call is ShowClock or MoveClock && IsAllowed(http, clockKey.Value) ? await AnswerAsync(call, http)
            : (StatusCodes.Status401Unauthorized, null);
        http.Response.StatusCode = status;
        if (answer is not null)
            await http.Response.WriteAsJsonAsync(answer, http.RequestAborted);
    }

    private async Task<(int Status, object? Answer)> AnswerAsync(string call, HttpContext http) => call switch
    {
        "GET /ADMIN/HOST/STATUS" => (StatusCodes.Status200OK, Status()),
        "POST /ADMIN/HOST/CLOCK" or MoveClock when clock.Mode == ClockMode.Real => (StatusCodes.Status409Conflict, null),
        "POST /ADMIN/HOST/CLOCK" => await AdvanceAsync(http),
        ShowClock => (StatusCodes.Status200OK, new { now = clock.GetUtcNow(), movingTo = driver.MovingTo }),
        MoveClock => await ReadUntilAsync(http) is not { } until ? (StatusCodes.Status400BadRequest, null)
            : driver.BeginAdvance(until) ? (StatusCodes.Status202Accepted, new { movingTo = until }) : (StatusCodes.Status409Conflict, null),
        _ when http.Request.Method == HttpMethods.Post && http.Request.Path.StartsWithSegments("/admin/functions", out PathString function) =>
            (timers.RunNow(function.Value!.Trim('/')) ? StatusCodes.Status202Accepted : StatusCodes.Status404NotFound, null),
        _ when http.Request.Path.StartsWithSegments(InstanceAdmin.Root, out PathString rest) => await instances.AnswerAsync(http, rest),
        _ => (StatusCodes.Status404NotFound, null),
    };

    private object Status() => new
    {
        now = clock.GetUtcNow(),
        mode = clock.Mode.ToString().ToLowerInvariant(),
        idle = inFlight.WhenIdleAsync().IsCompleted,
        nextDue = driver.NextDue,
        httpRequests = gate.Passed,
        worker = app.ProcessId,
        storageRequests = new { host = storage.Host, app = storage.App },
    };

    private async Task<(int Status, object? Answer)> AdvanceAsync(HttpContext http)
    {
        if (await ReadUntilAsync(http) is not { } until)
            return (StatusCodes.Status400BadRequest, null);
        await driver.AdvanceAsync(until, http.RequestAborted);
        return (StatusCodes.Status200OK, new { now = clock.GetUtcNow(), nextDue = driver.NextDue });
    }

    private static async Task<DateTimeOffset?> ReadUntilAsync(HttpContext http)
    {
        try
        {
            return (await JsonSerializer.DeserializeAsync<Advance>(http.Request.Body, JsonSerializerOptions.Web, http.RequestAborted))?.Until;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A page of elsewhere can give its own name this PC's address; it cannot have one of these names.
    private static bool IsOwnName(string host) =>
        Uri.TryCreate($"http://{host}/", UriKind.Absolute, out Uri? address) && address.IsLoopback && address.UserInfo.Length == 0;

    private static bool IsAllowed(HttpContext http, string key) =>
        http.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(http.Request.Headers["x-functions-key"].ToString()), Encoding.UTF8.GetBytes(key));

    private sealed record Advance(DateTimeOffset? Until);
}
