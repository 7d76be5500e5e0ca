namespace NtmServerless.Domain.Documents;

/// <summary>Where the number of a document comes from.</summary>
public enum Numbering
{
    /// <summary>The next of the register.</summary>
    Register,

    /// <summary>Left open, to be written in by hand.</summary>
    Open,

    /// <summary>Given by the office, out of its paper book.</summary>
    Given,
}
