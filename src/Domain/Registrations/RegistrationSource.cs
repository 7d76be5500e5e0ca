namespace NtmServerless.Domain.Registrations;

/// <summary>The way a registration came in.</summary>
public enum RegistrationSource
{
    PublicForm,
    Officer,
    OutsideForm,
    WalkIn,
}
