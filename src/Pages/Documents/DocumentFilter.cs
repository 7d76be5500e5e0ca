namespace NtmServerless.Pages.Documents;

/// <summary>What a list of documents is narrowed to.</summary>
/// <param name="Words">In title, number or subject, with or without accents.</param>
public sealed record DocumentFilter(DocumentKind? Kind, string? UnitId, DocumentState? State, string? Words)
{
    public bool Matches(OfficialDocument d) =>
        (Kind is null || d.Kind == Kind) && (UnitId is null || d.IssuingUnitId == UnitId) && (State is null || DocumentStates.Of(d) == State)
        && (Words is null || Folding.Fold($"{d.Title} {d.NumberText} {d.AboutId}").Contains(Folding.Fold(Words), StringComparison.Ordinal));
}

/// <summary>Where a document stands, as a list shows it.</summary>
public enum DocumentState
{
    /// <summary>Made, its number still open.</summary>
    Open,
    Made,
    SignedCopy,
    Withdrawn,
    Erased,
}

/// <summary>Where a document stands.</summary>
public static class DocumentStates
{
    public static DocumentState Of(OfficialDocument d) =>
        d.Withdrawn is not null ? DocumentState.Withdrawn
        : d.ErasedAt is not null ? DocumentState.Erased
        : d.Scan is not null ? DocumentState.SignedCopy
        : d.Kind.IsNumbered() && d.Number is null ? DocumentState.Open : DocumentState.Made;
}
