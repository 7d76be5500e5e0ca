namespace NtmServerless.Functions.Accounts;

/// <summary>
/// Lets the office see that somebody tries passwords: in the audit trail, and in the Coordination Office's inbox where an account was closed
/// to somebody. Never what was typed: people type passwords where the name belongs.
/// </summary>
public sealed class SignInWatch(AuditTrail audit, AccountStore book, PlanStore plans, PostOffice post, TimeProvider time)
{
    // Names that nobody has are counted and written down together: a stranger can try any number of them.
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan TellingEvery = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private long? _writtenAt;
    private int _unknown;

    /// <summary>Takes a refused try down. It costs the same number of requests whether anybody has the name.</summary>
    public async Task RefusedAsync(SignInOutcome outcome, Actor by, CancellationToken cancellation)
    {
        if (outcome is { Account: { } account, WasLookedAt: true })
            await audit.WriteAsync(by, outcome.ClosedUntil is null ? "sign-in-failed" : "sign-in-closed", account.UserName, 1, cancellation);
        else if (outcome.Account is null && Counted() is { } count)
            await audit.WriteAsync(by, "sign-in-unknown", "", count, cancellation);
        else
            await book.CountForNobodyAsync(cancellation);
    }

    /// <summary>Tells the Coordination Office that an account was closed to somebody, once an hour at most.</summary>
    public async Task TellAsync(Account account, ICourier courier, CancellationToken cancellation)
    {
        try
        {
            await PostAsync(account, courier, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // It stands in the audit trail, and wrong passwords of the next hour are told again.
        }
    }

    private async Task PostAsync(Account account, ICourier courier, CancellationToken cancellation)
    {
        if ((await plans.ListAsync(cancellation)).MaxBy(p => p.Year) is not { } plan) return;
        if (!await book.BeginTellingAsync(account.Id, TimeProvider.System.GetUtcNow(), TellingEvery, cancellation)) return;
        Notice notice = new(NoticeKind.SignInsRefused, [plan.FindOffice()]);
        Posting posting = new(plan.Id, new PostSubject(PostSubjectKind.Account, account.Id), $"sign-in/{account.Id}", time.GetUtcNow(), [notice]);
        await post.PublishAsync(posting, (_, _, _) => Task.FromResult<IReadOnlyList<string>>([]), courier, cancellation);
    }

    // Null: they are written down with the next ones.
    private int? Counted()
    {
        lock (_lock)
        {
            _unknown++;
            if (_writtenAt is { } at && TimeProvider.System.GetElapsedTime(at) < Together) return null;
            int count = _unknown;
            (_writtenAt, _unknown) = (TimeProvider.System.GetTimestamp(), 0);
            return count;
        }
    }
}
