using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Plans;

namespace NtmServerless.Pages.Public;

/// <summary>The classes that people can look at and register for now.</summary>
/// <param name="Plan">Null before any plan was loaded.</param>
public sealed record OpenClasses(Plan? Plan, IReadOnlyList<TrainingClass> Classes);
