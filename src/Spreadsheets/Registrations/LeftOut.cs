namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>Why rows of a file are no people of the list.</summary>
public enum LeftOut
{
    /// <summary>The sheet is hidden in the file.</summary>
    HiddenSheet,

    /// <summary>No row of the sheet names columns.</summary>
    NoList,

    /// <summary>Below the list: date, signatures, remarks.</summary>
    Below,

    /// <summary>Only an ordinal number.</summary>
    Number,

    Total,

    /// <summary>Says where those under it live.</summary>
    Section,

    /// <summary>Names the columns, for the first time or again.</summary>
    Head,

    /// <summary>Above the list.</summary>
    Above,
}
