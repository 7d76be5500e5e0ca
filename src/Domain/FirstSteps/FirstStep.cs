namespace NtmServerless.Domain.FirstSteps;

/// <summary>What a new office does before the work of its year can begin, in a good order. The names are stored.</summary>
public enum FirstStep
{
    /// <summary>Says whose the pages are.</summary>
    Office,

    /// <summary>Fills what the plan leaves open.</summary>
    Plan,

    /// <summary>Gives every unit an account.</summary>
    Accounts,

    /// <summary>Sees that those with an account have signed in.</summary>
    SignIns,

    /// <summary>Sets up letters or short messages, or decides to do without.</summary>
    Telling,

    /// <summary>Knows who keeps a copy of the data and the first key, and where. No record can say it: the office writes it down.</summary>
    Backup,

    /// <summary>Plans and announces a first class.</summary>
    FirstClass,
}
