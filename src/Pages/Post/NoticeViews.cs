namespace NtmServerless.Pages.Post;

/// <summary>One kind of notice: what was decided, what it says, and how that looks.</summary>
/// <param name="Original">The product's own words, with names in braces as the office uses them.</param>
/// <param name="Current">The words that are in use.</param>
/// <param name="Names">Stored names of what is filled in, with those that the office uses.</param>
public sealed record NoticeView(
    NoticeSetting Setting, NoticeWording Original, NoticeWording Current, IReadOnlyDictionary<string, string> Names, NoticePreview Preview);

/// <summary>A notice filled in with an example, by each way that it goes.</summary>
public sealed record NoticePreview(string Subject, string? Letter, string? ToUnit, string? ToPeople);
