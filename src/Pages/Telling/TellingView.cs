namespace NtmServerless.Pages.Telling;

/// <summary>Whom the notices of a class reached, as far as the officer may see its people.</summary>
/// <param name="All">Notices for its people, newest first.</param>
/// <param name="Shown">The one that is looked at; null where there is none.</param>
/// <param name="SeesAll">Who runs or hosts the class; a commune sees its own people only.</param>
public sealed record TellingView(Plan Plan, TrainingClass Class, IReadOnlyList<Told> All, Told? Shown, bool SeesAll, ReadyTexts? Texts);

/// <summary>The same news as it is passed on by each way.</summary>
/// <param name="Group">To paste into a group of a messenger.</param>
/// <param name="Loudspeaker">To be read out.</param>
/// <param name="Message">A text message, with room for the name and code of whom it is for.</param>
public sealed record ReadyTexts(string Group, string Loudspeaker, string Message);
