namespace NtmServerless.Pages.Documents;

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
