namespace NtmServerless.Domain.People;

/// <summary>As it stands on the attendance lists and in the reports' tables.</summary>
public enum Sex
{
    Female,
    Male,
}
