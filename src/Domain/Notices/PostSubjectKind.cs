namespace NtmServerless.Domain.Notices;

/// <summary>What kind of record a notice is about; <see cref="Message"/> is a message that could not be delivered, <see cref="Account"/> an officer's.</summary>
public enum PostSubjectKind
{
    Class,
    Tour,
    Report,
    Message,
    Account,

    /// <summary>A class that a unit declares.</summary>
    Declaration,
}
