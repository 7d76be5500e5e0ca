using NtmServerless.Domain.Languages;

namespace NtmServerless.Pages.Frames;

/// <summary>What stands around every page: who is signed in, the practice ribbon, what was just done.</summary>
/// <param name="Path">Path and query of the request.</param>
/// <param name="Now">Business time.</param>
/// <param name="IsPractice">The data folder is for practice and has a clock of its own.</param>
/// <param name="Token">Goes into every form of a signed-in officer; null on pages for everybody.</param>
/// <param name="Done">Key of the text that says what was just done (<c>done.…</c>), after a form was taken.</param>
/// <param name="Office">Whose the pages are.</param>
/// <param name="Unread">How many notices the officer's unit has not read.</param>
/// <param name="Languages">The languages that villagers can choose beside Vietnamese.</param>
/// <param name="Language">Tag of the one that was chosen; null: Vietnamese.</param>
/// <param name="Missing">How many damaged records the page had to leave out.</param>
public sealed record Frame(
    string Path, DateTimeOffset Now, bool IsPractice, Officer? Officer, FormToken? Token, string? Done, OfficeIdentity Office, int Unread, int Missing,
    IReadOnlyList<Language> Languages, string? Language)
{
    /// <summary>Who is signed in, on a page that only officers see.</summary>
    /// <exception cref="InvalidOperationException">Nobody is.</exception>
    public Caller Caller => Officer?.Caller ?? throw new InvalidOperationException("Nobody is signed in.");
}

/// <summary>The antiforgery field of a form.</summary>
public sealed record FormToken(string Field, string Value);
