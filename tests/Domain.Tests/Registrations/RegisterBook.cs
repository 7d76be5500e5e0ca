namespace NtmServerless.Domain.Tests.Registrations;

/// <summary>A class with all its registrations, kept as the records keep them: each decision's answer replaces what was there.</summary>
internal sealed class RegisterBook(TrainingClass start)
{
    private readonly List<Registration> _registrations = [];

    public TrainingClass Class { get; set; } = start;

    public IReadOnlyList<Registration> Registrations => _registrations;

    public int Count(RegistrationStatus status, bool? priority = null) =>
        _registrations.Count(r => r.Status == status && r.IsPriority == (priority ?? r.IsPriority));

    public Registration Register(bool priority, DateTimeOffset? now = null)
    {
        int n = _registrations.Count + 1;
        (Class, Registration registration) = RegistrationDecisions.Register(
            Class, SamplePeople.Person(n, priority), SamplePeople.Code(n), RegistrationSource.PublicForm, null, false, now ?? SampleClass.Opens);
        _registrations.Add(registration);
        return registration;
    }

    public void Register(int people, bool priority = false, DateTimeOffset? now = null)
    {
        for (int i = 0; i < people; i++) Register(priority, now);
    }

    public void Cancel(int sequence, DateTimeOffset? now = null)
    {
        (Class, Registration cancelled) = RegistrationDecisions.Cancel(Class, _registrations[sequence - 1], null, now ?? SampleClass.Opens);
        _registrations[sequence - 1] = cancelled;
    }

    public Registration Replace(int sequence, bool priority, DateTimeOffset? now = null)
    {
        int n = _registrations.Count + 1;
        (Class, Registration replaced, Registration substitute) = Substitution.Replace(
            Class, _registrations[sequence - 1], SamplePeople.Person(n, priority), SamplePeople.Code(n), null, "bận", now ?? SampleClass.Opens);
        _registrations[sequence - 1] = replaced;
        _registrations.Add(substitute);
        return substitute;
    }

    public IReadOnlyList<Registration> Promote(DateTimeOffset? now = null)
    {
        (Class, IReadOnlyList<Registration> promoted) = Waitlist.Promote(Class, _registrations.AsEnumerable().Reverse(), now ?? SampleClass.Opens);
        foreach (Registration r in promoted) _registrations[r.Sequence - 1] = r;
        return promoted;
    }

    public void SetCapacity(int capacity) => Class = ClassDecisions.SetCapacity(Class, capacity).Class;

    public void Release() => Class = Class with { Seats = Class.Seats with { Released = true } };
}
