namespace NtmServerless.Pages.Search;

/// <summary>What was found, in groups.</summary>
/// <param name="Typed">Null: nothing was looked for yet.</param>
/// <param name="Group">The only group shown, page by page; null: the beginning of each.</param>
/// <param name="People">Null: the officer sees no rosters.</param>
/// <param name="Unread">Rosters that were not looked into, the oldest classes.</param>
/// <param name="Path">Address of this search, for the rest of a group.</param>
public sealed record SearchView(
    Plan Plan, string? Typed, SearchGroup? Group, Slice<TrainingClass>? Classes, Slice<FoundPerson>? People, Slice<OfficialDocument>? Documents, int Unread,
        string Path)
{
    /// <summary>Name of the field that chooses a group, in the address.</summary>
    public const string OfGroup = "nhom";

    public int Total => (Classes?.Total ?? 0) + (People?.Total ?? 0) + (Documents?.Total ?? 0);
}

/// <summary>Kinds of what is found.</summary>
public enum SearchGroup
{
    Classes,
    People,
    Documents,
}

/// <summary>Somebody on a roster that the officer may see.</summary>
public sealed record FoundPerson(TrainingClass Class, Registration Registration);
