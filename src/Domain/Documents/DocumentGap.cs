namespace NtmServerless.Domain.Documents;

/// <summary>What a class lacks for a document.</summary>
public enum DocumentGap
{
    /// <summary>No announcement with dates and venue yet.</summary>
    NotAnnounced,

    /// <summary>Nobody has a seat.</summary>
    NobodySeated,

    /// <summary>No session is still to be held.</summary>
    NoSessionAhead,

    /// <summary>The lead unit filed no report.</summary>
    NoReportFiled,

    /// <summary>The personal data was removed (retention).</summary>
    PeopleForgotten,
}

/// <summary>Which documents a class is ready for.</summary>
public static class DocumentReadiness
{
    /// <summary>What stands in the way; null: nothing.</summary>
    public static DocumentGap? GapOf(TrainingClass c, DocumentKind kind)
    {
        if (kind.HoldsPersonalData() && c.AnonymisedAt is not null) return DocumentGap.PeopleForgotten;
        if (kind == DocumentKind.ClassReport) return c.Report.Revision > 0 ? null : DocumentGap.NoReportFiled;
        if (c.Announcement is null || c.Sessions.Count == 0) return DocumentGap.NotAnnounced;
        if (kind is DocumentKind.Participants or DocumentKind.SigningSheet && c.Seats.Confirmed == 0) return DocumentGap.NobodySeated;
        return kind != DocumentKind.Participants && c.HeldSessions >= c.Sessions.Count ? DocumentGap.NoSessionAhead : null;
    }
}
