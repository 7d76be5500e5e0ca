using System.Text.Json;
using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Durable.Scheduling;

/// <summary>
/// Where turns lie. The latest are in the header, so that most commits write one row; when there is no more room they all
/// move into rows of their own.
/// </summary>
internal sealed record HistoryLayout(IReadOnlyList<TurnRecord> Tail, IReadOnlyList<IReadOnlyList<TurnRecord>> Rows)
{
    /// <summary>Characters in the header at most: every commit writes them again.</summary>
    public const int MaxTail = 6_000;

    /// <summary>Characters in a row at most, unless it is one turn alone, which then may go to a blob.</summary>
    public const int MaxRow = 28_000;

    public static HistoryLayout Of(IReadOnlyList<TurnRecord> tail, IReadOnlyList<TurnRecord> fresh)
    {
        List<TurnRecord> all = [.. tail, .. fresh];
        if (all.Sum(Length) <= MaxTail)
            return new HistoryLayout(all, []);
        List<List<TurnRecord>> rows = [];
        int room = 0;
        foreach (TurnRecord turn in all)
        {
            if (room < Length(turn))
            {
                rows.Add([]);
                room = MaxRow;
            }

            rows[^1].Add(turn);
            room -= Length(turn);
        }

        return new HistoryLayout([], rows);
    }

    private static int Length(TurnRecord turn) => turn.Json.Length + 1;
}
