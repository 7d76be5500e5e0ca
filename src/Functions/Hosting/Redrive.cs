namespace NtmServerless.Functions.Hosting;

/// <summary>What driving an instance on has done.</summary>
public enum Redrive
{
    Woken,
    Resumed,
    Started,
}
