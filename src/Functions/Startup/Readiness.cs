using Azure;
using Azure.Identity;

namespace NtmServerless.Functions.Startup;

/// <summary>
/// Whether the app is open. What the storage refuses or does not answer passes (on Azure roles need minutes until they hold), so opening
/// is tried again and again, and meanwhile nothing is done and whoever asks is asked for patience (<see cref="ReadinessMiddleware"/>).
/// </summary>
public sealed class Readiness(Opening opening, VietnameseTexts texts)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsOpen => _opened.Task.IsCompletedSuccessfully;

    /// <summary>Completes when the app is open.</summary>
    public Task OpenedAsync(CancellationToken cancellation) => _opened.Task.WaitAsync(cancellation);

    /// <summary>Opens the app, as often as it takes: after 1, 2, 4, 8, then every 15 s.</summary>
    /// <exception cref="StartRefusedException">It cannot open as it was asked to, however often it tries.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        TimeSpan pause = TimeSpan.FromSeconds(1);
        while (true)
        {
            try
            {
                await opening.RunAsync(cancellation);
                _opened.TrySetResult();
                return;
            }
            catch (Exception e) when (MayPass(e) && !cancellation.IsCancellationRequested)
            {
                Console.WriteLine(texts.Console("not-open-yet", ("why", Why(e)), ("seconds", (int)pause.TotalSeconds)));
            }

            await Task.Delay(pause, cancellation);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private static bool MayPass(Exception e) => e switch
    {
        RequestFailedException or AuthenticationFailedException or RecordBusyException => true,
        HttpRequestException or TimeoutException or OperationCanceledException => true,
        AggregateException many => many.InnerExceptions.All(MayPass),
        _ => false,
    };

    // A code and a status name nobody and no secret; the messages of the clients hold addresses.
    private static string Why(Exception e) => e switch
    {
        RequestFailedException { Status: > 0 } refused => $"{refused.Status} {refused.ErrorCode}".Trim(),
        AggregateException { InnerExceptions: [var first, ..] } => Why(first),
        _ => e.GetType().Name,
    };
}
