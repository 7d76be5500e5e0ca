namespace NtmServerless.Domain.Access;

/// <summary>Where a try to sign in comes from.</summary>
/// <param name="Key">Tells it from others; it is kept with the account.</param>
/// <param name="IsKnown">The account was used from there before, or is now: strangers do not shut it out.</param>
public sealed record TryOrigin(string Key, bool IsKnown)
{
    /// <summary>A browser in which the account was signed in before.</summary>
    public static TryOrigin Browser(string id) => new("b-" + id, true);

    /// <summary>An open session, whose officer gives the password once more.</summary>
    public static TryOrigin Session(string id) => new("s-" + id, true);

    /// <summary>A browser that the account has not been used in.</summary>
    /// <param name="address">What is known of the client's address; null: nothing, so that all strangers are one.</param>
    public static TryOrigin Stranger(string? address) => new("a-" + address, false);
}

/// <summary>Wrong passwords in a row.</summary>
/// <param name="From">Key of the origin.</param>
/// <param name="LastAt">Machine time of the latest.</param>
public sealed record WrongTries([property: Personal(PersonalDatum.Account)] string From, int Count, DateTimeOffset LastAt);

/// <summary>
/// Wrong passwords of one account, by where they came from. Each origin has a delay of its own that grows with every wrong password, so
/// that guessing does not shut out who sits elsewhere. Strangers together have another one, for who guesses from many addresses.
/// </summary>
/// <param name="Origins">The latest first.</param>
/// <param name="Strangers">All of them together.</param>
public sealed record SignInTries(IReadOnlyList<WrongTries> Origins, WrongTries? Strangers)
{
    /// <summary>Wrong passwords of one origin that cost nothing but the last of them: people mistype.</summary>
    public const int FreeOfOne = 5;

    /// <summary>The same for all strangers together.</summary>
    public const int FreeOfAll = 20;

    /// <summary>The first delay; each further one is twice as long.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);

    /// <summary>Delays grow no longer than this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>After so long without a wrong one, counting begins anew.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    public static readonly SignInTries None = new([], null);

    private const int MostOrigins = 40;

    /// <summary>Until when no password from there is looked at; null: it is looked at now.</summary>
    public DateTimeOffset? ClosedUntil(TryOrigin origin, DateTimeOffset now)
    {
        DateTimeOffset? own = Next(Of(origin), FreeOfOne), all = origin.IsKnown ? null : Next(Strangers, FreeOfAll);
        DateTimeOffset? until = own > all || all is null ? own : all;
        return until > now ? until : null;
    }

    /// <summary>With one more wrong password from there.</summary>
    public SignInTries With(TryOrigin origin, DateTimeOffset now) => new(
        [More(Of(origin), origin.Key, now), .. Origins.Where(o => o.From != origin.Key && !IsForgotten(o, now)).Take(MostOrigins - 1)],
        origin.IsKnown ? Strangers : More(Strangers, "", now));

    /// <summary>After the right one from there.</summary>
    public SignInTries Without(TryOrigin origin) => new([.. Origins.Where(o => o.From != origin.Key)], origin.IsKnown ? Strangers : null);

    private static WrongTries More(WrongTries? before, string from, DateTimeOffset now) =>
        new(from, before is null || IsForgotten(before, now) ? 1 : before.Count + 1, now);

    private static bool IsForgotten(WrongTries tries, DateTimeOffset now) => now - tries.LastAt >= Forgotten;

    private static DateTimeOffset? Next(WrongTries? tries, int free) => tries is null || tries.Count < free ? null
        : tries.LastAt + (tries.Count - free >= 5 ? Longest : Shortest * (1 << (tries.Count - free)));

    private WrongTries? Of(TryOrigin origin) => Origins.FirstOrDefault(o => o.From == origin.Key);
}
