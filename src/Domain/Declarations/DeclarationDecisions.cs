namespace NtmServerless.Domain.Declarations;

/// <summary>What units and the office decide about declared classes.</summary>
public static class DeclarationDecisions
{
    /// <summary>Puts a new one before the office.</summary>
    public static DeclarationOutcome Declare(DeclaredClass d, string byUnitId, string office, DateTimeOffset now) =>
        Sent(d with { Stage = DeclarationStage.Declared, History = [] }, byUnitId, office, now);

    /// <summary>Takes what a unit corrected in place of what it said before, and puts it before the office again.</summary>
    /// <param name="corrected">Checked by the form; stage, history and scan stay those of <paramref name="d"/>, the scan unless there is a new one.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.DeclarationStage"/> when it is accepted or withdrawn.</exception>
    public static DeclarationOutcome Correct(DeclaredClass d, DeclaredClass corrected, string byUnitId, string office, DateTimeOffset now)
    {
        EnsureStage(d, DeclarationStage.Declared, DeclarationStage.Returned);
        return Sent(corrected with { Id = d.Id, UnitId = d.UnitId, History = d.History, Scan = corrected.Scan ?? d.Scan }, byUnitId, office, now);
    }

    /// <summary>What it says by now: another one after each step and each new paper.</summary>
    public static string VersionOf(DeclaredClass d) => d.Scan is { } scan ? $"{d.History.Count}-{scan.Sha256}" : $"{d.History.Count}";

    /// <summary>The office's approval: from now on it counts. Again, it changes nothing.</summary>
    /// <param name="seen">The version that was looked at; null: whatever it says.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.DeclarationStage"/>, <see cref="Rule.DeclarationChanged"/>.</exception>
    public static DeclarationOutcome Accept(DeclaredClass d, string byUnitId, DateTimeOffset now, string? seen = null)
    {
        if (d.Stage == DeclarationStage.Accepted) return new(d);
        EnsureStage(d, DeclarationStage.Declared);
        EnsureSeen(d, seen);
        return new(Step(d, DeclarationStage.Accepted, byUnitId, now) with { AcceptedAt = now }, new Notice(NoticeKind.DeclarationAccepted, [d.UnitId]));
    }

    /// <summary>Sends it back to the unit, with what is wrong.</summary>
    /// <param name="seen">The version that was looked at; null: whatever it says.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.DeclarationStage"/>, <see cref="Rule.DeclarationChanged"/>.</exception>
    public static DeclarationOutcome Return(DeclaredClass d, string reason, string byUnitId, DateTimeOffset now, string? seen = null)
    {
        EnsureStage(d, DeclarationStage.Declared);
        EnsureSeen(d, seen);
        return new(Step(d, DeclarationStage.Returned, byUnitId, now, reason), new Notice(NoticeKind.DeclarationReturned, [d.UnitId], Detail: reason));
    }

    /// <summary>The unit takes it back.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.DeclarationStage"/>.</exception>
    public static DeclarationOutcome Withdraw(DeclaredClass d, string reason, string byUnitId, DateTimeOffset now)
    {
        EnsureStage(d, DeclarationStage.Declared, DeclarationStage.Returned);
        return new(Step(d, DeclarationStage.Withdrawn, byUnitId, now, reason));
    }

    /// <summary>Keeps the paper behind it, in place of the one before.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.DeclarationStage"/>.</exception>
    public static DeclaredClass Attach(DeclaredClass d, DeclarationScan scan)
    {
        EnsureStage(d, DeclarationStage.Declared, DeclarationStage.Returned);
        return d with { Scan = scan };
    }

    /// <summary>What of declared classes counts against what units were dealt: those that were accepted.</summary>
    public static IReadOnlyList<DeclaredShare> SharesOf(IEnumerable<DeclaredClass> declared) =>
        [.. declared.Where(d => d.Stage == DeclarationStage.Accepted).Select(d => new DeclaredShare(d.UnitId, d.StreamId))];

    /// <summary>Whether the unit may still change or withdraw it.</summary>
    public static bool IsOpen(DeclaredClass d) => d.Stage is DeclarationStage.Declared or DeclarationStage.Returned;

    // The office that declares for a unit needs no notice of its own.
    private static DeclarationOutcome Sent(DeclaredClass d, string byUnitId, string office, DateTimeOffset now)
    {
        DeclaredClass sent = Step(d, DeclarationStage.Declared, byUnitId, now);
        return byUnitId == office ? new(sent) : new(sent, new Notice(NoticeKind.DeclarationSent, [office]));
    }

    private static DeclaredClass Step(DeclaredClass d, DeclarationStage stage, string byUnitId, DateTimeOffset now, string? reason = null) =>
        d with { Stage = stage, History = [.. d.History, new DeclarationEvent(stage, byUnitId, now, reason)] };

    private static void EnsureSeen(DeclaredClass d, string? seen)
    {
        if (seen is not null && seen != VersionOf(d)) throw new RuleBrokenException(Rule.DeclarationChanged);
    }

    private static void EnsureStage(DeclaredClass d, params ReadOnlySpan<DeclarationStage> stages)
    {
        if (!stages.Contains(d.Stage)) throw new RuleBrokenException(Rule.DeclarationStage, ("declarationStage", d.Stage));
    }
}
