namespace NtmServerless.Domain.Notices;

/// <summary>Why an office may not switch a kind of notice off.</summary>
public enum NoticeHold
{
    None,

    /// <summary>People would travel in vain, or lose a seat, without a word.</summary>
    People,

    /// <summary>The work of somebody waits for exactly this.</summary>
    Work,

    /// <summary>It warns of harm: to data, to an account, of a message that did not arrive.</summary>
    Warning,
}
