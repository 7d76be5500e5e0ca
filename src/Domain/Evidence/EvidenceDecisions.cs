namespace NtmServerless.Domain.Evidence;

/// <summary>Taking in signed sheets and photos, and holding the sheet's count against the attendance taken.</summary>
public static class EvidenceDecisions
{
    /// <summary>Evidence comes in while a class is held and until it is closed.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.EvidenceStage"/>, <see cref="Rule.SessionUnknown"/>.</exception>
    public static void EnsureTaken(TrainingClass c, int? session)
    {
        if (c.Stage is not (ClassStage.Holding or ClassStage.Reporting)) throw new RuleBrokenException(Rule.EvidenceStage, ("stage", c.Stage));
        if (session is { } number && c.Sessions.All(s => s.Number != number))
            throw new RuleBrokenException(Rule.SessionUnknown, ("session", number));
    }

    public static ClassOutcome Add(TrainingClass c, EvidenceFact fact)
    {
        EnsureTaken(c, fact.Session);
        EvidenceState state = fact.Kind == EvidenceKind.Photo
            ? c.Evidence with { Photos = c.Evidence.Photos + 1 }
            : c.Evidence with { SignedSheets = c.Evidence.SignedSheets + 1 };
        TrainingClass next = c with { Evidence = state };
        if (fact is { Kind: EvidenceKind.SignedSheet, Session: { } session, Signatures: { } signatures }) next = WithCount(next, session, signatures);
        bool differs = fact.Kind == EvidenceKind.SignedSheet && Differences(next).Any(d => d.Session == fact.Session);
        return differs
            ? new ClassOutcome(next, new Notice(NoticeKind.SheetDiffers, [c.LeadUnitId], Detail: $"{fact.Session}"))
            : new ClassOutcome(next);
    }

    /// <summary>Sessions where the count on the signed sheet is not the number marked present.</summary>
    public static IReadOnlyList<SheetDifference> Differences(TrainingClass c) =>
    [
        .. from sheet in c.Evidence.SheetCounts
           let marked = c.SessionCounts.FirstOrDefault(s => s.Session == sheet.Session)?.Total ?? 0
           where marked != sheet.Signatures
           select new SheetDifference(sheet.Session, sheet.Signatures, marked),
    ];

    /// <summary>The number of signatures that the paper of a session has, as it was last counted or read; null while nobody has.</summary>
    public static int? CountOf(TrainingClass c, int session) => c.Evidence.SheetCounts.FirstOrDefault(s => s.Session == session)?.Signatures;

    internal static TrainingClass WithCount(TrainingClass c, int session, int signatures) => c with
    {
        Evidence = c.Evidence with
        {
            SheetCounts = [.. c.Evidence.SheetCounts.Where(s => s.Session != session).Append(new SheetCount(session, signatures)).OrderBy(s => s.Session)],
        },
    };
}
