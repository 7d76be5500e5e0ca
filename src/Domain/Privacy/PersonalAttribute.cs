namespace NtmServerless.Domain.Privacy;

/// <summary>Marks a stored property, or a record of which all is, as data about a person; what becomes of it stands in <see cref="PersonalRegister"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PersonalAttribute(PersonalDatum datum) : Attribute
{
    public PersonalDatum Datum => datum;
}
