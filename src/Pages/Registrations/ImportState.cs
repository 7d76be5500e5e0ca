namespace NtmServerless.Pages.Registrations;

/// <summary>What becomes of a line of the list.</summary>
public enum ImportState
{
    Good,
    Wrong,

    /// <summary>The same person stands further up in the list.</summary>
    Twice,

    /// <summary>Is registered in the class already.</summary>
    There,

    /// <summary>Written like somebody else but for the tones, in the list or in the class: one person or two?</summary>
    Asked,

    /// <summary>Hidden in the file, and not asked for.</summary>
    Hidden,
}
