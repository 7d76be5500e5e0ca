namespace NtmServerless.Domain.Classes;

/// <summary>The stage table: which stage may follow which.</summary>
public static class ClassStages
{
    private static readonly Dictionary<ClassStage, ClassStage[]> Next = new()
    {
        [ClassStage.Planned] = [ClassStage.Announced, ClassStage.Cancelled],
        [ClassStage.Announced] = [ClassStage.Registering, ClassStage.Postponed, ClassStage.Cancelled],
        [ClassStage.Registering] = [ClassStage.Confirmed, ClassStage.Postponed, ClassStage.Cancelled],
        [ClassStage.Confirmed] = [ClassStage.Holding, ClassStage.Postponed, ClassStage.Cancelled],
        // Interrupted while it is held (a flood): postponed for its remaining sessions.
        [ClassStage.Holding] = [ClassStage.Reporting, ClassStage.Postponed],
        // Back to Announced before it was held; back to Confirmed when only remaining sessions are caught up.
        [ClassStage.Postponed] = [ClassStage.Announced, ClassStage.Confirmed, ClassStage.Cancelled],
        [ClassStage.Reporting] = [ClassStage.Closed],
        [ClassStage.Closed] = [],
        [ClassStage.Cancelled] = [],
    };

    public static bool MayFollow(this ClassStage next, ClassStage current) => Next[current].Contains(next);

    /// <summary>Whether a class in this stage will never change again.</summary>
    public static bool IsOver(this ClassStage stage) => Next[stage].Length == 0;

    /// <summary>Whether all sessions of a class in this stage have been held.</summary>
    public static bool IsHeld(this ClassStage stage) => stage is ClassStage.Reporting or ClassStage.Closed;

    /// <summary>The class in its next stage.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ClassStage"/> when the table does not allow it.</exception>
    internal static TrainingClass MoveTo(this TrainingClass current, ClassStage next)
    {
        current.Allow(next.MayFollow(current.Stage), next);
        return current with { Stage = next };
    }

    /// <exception cref="RuleBrokenException"><see cref="Rule.ClassStage"/> when the class is in none of the stages.</exception>
    internal static void EnsureStage(this TrainingClass current, params ReadOnlySpan<ClassStage> stages)
    {
        current.Allow(stages.Contains(current.Stage), null);
    }

    private static void Allow(this TrainingClass current, bool allowed, ClassStage? wanted)
    {
        if (allowed) return;
        throw wanted is { } next
            ? new RuleBrokenException(Rule.ClassStage, ("stage", current.Stage), ("wanted", next))
            : new RuleBrokenException(Rule.ClassStage, ("stage", current.Stage));
    }
}
