namespace NtmServerless.Functions.Classes;

/// <summary>A new number of seats.</summary>
public sealed record CapacityForm(int? Capacity)
{
    public int Check() => Capacity ?? throw new InvalidInputException("capacity", "required");
}
