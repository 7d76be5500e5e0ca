namespace NtmServerless.Domain.Classes;

/// <summary>The stage table: which stage may follow which.</summary>
public static class ClassStages
{
    private static readonly Dictionary<ClassStage, ClassStage[]> Next = new()
    {
        [ClassStage.Planned] = [ClassStage.Announced, ClassStage.Cancelled],
        [ClassStage.Announced] = [ClassStage.Registering, ClassStage.Postponed, ClassStage.Cancelled],
        // To its report without having begun: nobody registered, nobody decided, and its dates are over.
        [ClassStage.Registering] = [ClassStage.Confirmed, ClassStage.Reporting, ClassStage.Postponed, ClassStage.Cancelled],
        [ClassStage.Confirmed] = [ClassStage.Holding, ClassStage.Reporting, ClassStage.Postponed, ClassStage.Cancelled],
        // Interrupted while it is held (a flood): postponed for its remaining sessions. Cancelled: nobody was there.
        [ClassStage.Holding] = [ClassStage.Reporting, ClassStage.Postponed, ClassStage.Cancelled],
        // Back to Announced before it was held; back to Confirmed when only remaining sessions are caught up; to its report when none are.
        [ClassStage.Postponed] = [ClassStage.Announced, ClassStage.Confirmed, ClassStage.Reporting, ClassStage.Cancelled],
        // Its hours are over and nobody was there: new dates, or off.
        [ClassStage.Reporting] = [ClassStage.Closed, ClassStage.Postponed, ClassStage.Cancelled],
        [ClassStage.Closed] = [],
        [ClassStage.Cancelled] = [],
    };

    public static bool MayFollow(this ClassStage next, ClassStage current) => Next[current].Contains(next);

    /// <summary>Whether a class in this stage will never change again.</summary>
    public static bool IsOver(this ClassStage stage) => Next[stage].Length == 0;

    /// <summary>Whether the hours of all sessions of a class in this stage are over; whether somebody came says <see cref="HoldingFacts"/>.</summary>
    public static bool IsBehind(this ClassStage stage) => stage is ClassStage.Reporting or ClassStage.Closed;

    /// <summary>The class in its next stage.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ClassStage"/> when the table does not allow it.</exception>
    internal static TrainingClass MoveTo(this TrainingClass current, ClassStage next)
    {
        Refusal.ThrowIfAny(current.WhyNotTo(next));
        return current with { Stage = next };
    }

    /// <summary>Why the class cannot go to a stage; null when it can.</summary>
    internal static Refusal? WhyNotTo(this TrainingClass current, ClassStage next) =>
        next.MayFollow(current.Stage) ? null : new Refusal(Rule.ClassStage, ("stage", current.Stage), ("wanted", next));

    /// <summary>Refuses a class that is in none of the stages.</summary>
    internal static Refusal? WhyNotIn(this TrainingClass current, params ReadOnlySpan<ClassStage> stages) =>
        stages.Contains(current.Stage) ? null : new Refusal(Rule.ClassStage, ("stage", current.Stage));
}
