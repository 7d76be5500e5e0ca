namespace NtmServerless.Pages.Registrations;

/// <summary>What an officer does with one person of a list.</summary>
public enum PersonAct
{
    Correct,
    Replace,
    Cancel,
    BringBack,
}
