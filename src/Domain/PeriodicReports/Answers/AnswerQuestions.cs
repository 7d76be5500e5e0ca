namespace NtmServerless.Domain.PeriodicReports.Answers;

/// <summary>Why a figure is asked back.</summary>
public enum AnswerDoubt
{
    /// <summary>More than ten times what the unit said on average in reports of the same kind.</summary>
    FarAboveUsual,

    /// <summary>More than any unit does in such a time.</summary>
    FarAboveAnything,

    /// <summary>Less than the unit itself logged.</summary>
    BelowLog,

    /// <summary>Fewer people than classes.</summary>
    FewerPeopleThanClasses,

    /// <summary>More people than fit into so many classes.</summary>
    TooManyPeople,

    /// <summary>More money than such work costs.</summary>
    MuchMoney,
}

/// <summary>A figure that is asked back: kept only with a confirmation and an explanation.</summary>
/// <param name="Field">Name of the form's field.</param>
/// <param name="Compared">What it was held against: the average, the limit, the log, the classes.</param>
public sealed record AnswerQuestion(AnswerDoubt Doubt, string Field, long Said, long Compared, CommunicationChannel? Channel = null);

/// <summary>Looks at an answer as a careful clerk does. What is impossible is refused by the form; what is odd is asked back.</summary>
public static class AnswerQuestions
{
    /// <summary>More than this many times the unit's own average is odd.</summary>
    public const int TimesUsual = 10;

    /// <summary>Below this count nothing is odd, however quiet the unit was before.</summary>
    public const int SmallCount = 20;

    /// <summary>Items of one channel that one unit makes on one day at most.</summary>
    public const int MostADay = 40;

    public const int MostPeopleAClass = 300;

    /// <summary>đồng beside classes and tours, in one report.</summary>
    public const long MuchMoney = 2_000_000_000;

    /// <param name="former">What the unit answered to earlier reports of the same kind.</param>
    public static IReadOnlyList<AnswerQuestion> Of(UnitAnswer answer, ReportingPeriod period, IReadOnlyCollection<AnswerHead> former) =>
        [.. Counts(answer, period, former), .. Rest(answer)];

    private static IEnumerable<AnswerQuestion> Counts(UnitAnswer answer, ReportingPeriod period, IReadOnlyCollection<AnswerHead> former)
    {
        long most = (long)MostADay * (period.To.DayNumber - period.From.DayNumber + 1);
        foreach ((int i, ChannelCount count) in answer.Counts.Index())
        {
            string field = $"counts[{i}].count";
            double usual = former.Count == 0 ? 0 : former.Average(f => f.Said.GetValueOrDefault(count.Channel.ToString()));
            if (count.Said < count.Logged)
                yield return new(AnswerDoubt.BelowLog, field, count.Said, count.Logged, count.Channel);
            else if (count.Said > most)
                yield return new(AnswerDoubt.FarAboveAnything, field, count.Said, most, count.Channel);
            else if (former.Count > 0 && count.Said >= SmallCount && count.Said > TimesUsual * usual)
                yield return new(AnswerDoubt.FarAboveUsual, field, count.Said, (long)Math.Round(usual), count.Channel);
        }
    }

    private static IEnumerable<AnswerQuestion> Rest(UnitAnswer answer)
    {
        if (answer.OwnPeople < answer.OwnClasses)
            yield return new(AnswerDoubt.FewerPeopleThanClasses, "ownPeople", answer.OwnPeople, answer.OwnClasses);
        if (answer.OwnPeople > (long)MostPeopleAClass * answer.OwnClasses)
            yield return new(AnswerDoubt.TooManyPeople, "ownPeople", answer.OwnPeople, (long)MostPeopleAClass * answer.OwnClasses);
        foreach ((int i, Spending spent) in answer.Spent.Index())
            if (spent.Amount > MuchMoney) yield return new(AnswerDoubt.MuchMoney, $"spent[{i}].amount", spent.Amount, MuchMoney);
    }
}
