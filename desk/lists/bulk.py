"""“Add a topic”, “Remove a topic” and “Date known to…”, for all that is selected in a list."""

from functools import cached_property

from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.views.bulk_action import BulkAction

from articles.models import ArticlePage, EventPage
from base.dates import Precision
from desk.finding.known import known_to
from desk.keys import is_key
from desk.reach import within_reach
from topics.models import TopicPage

from .changes import AddTopic, RemoveTopic, SetPrecision
from .selection import Selection
from .views import EventListView, NewsListView
from .writing import make

AT_A_TIME = 8  # seconds; then the screen says how far it is, and goes on
NAMED = 10
LIST_OF = {ArticlePage: NewsListView, EventPage: EventListView}


class Progress(forms.Form):
    """How far it is, from one part of the work to the next."""

    after = forms.IntegerField(min_value=0, initial=0, widget=forms.HiddenInput, required=False)
    changed = forms.IntegerField(min_value=0, initial=0, widget=forms.HiddenInput, required=False)
    done = forms.IntegerField(min_value=0, initial=0, widget=forms.HiddenInput, required=False)

    def number(self, name: str) -> int:
        return self.cleaned_data.get(name) or 0


class TopicForm(Progress):
    topic = forms.ModelChoiceField(
        label=_("Topic"), queryset=TopicPage.objects.defer_streamfields().order_by("title", "pk")
    )


class AddTopicForm(TopicForm):
    as_main = forms.BooleanField(
        label=_("Also as the main topic of items that have none"),
        help_text=_("The main topic is printed above the headline and gives the item its colour."),
        required=False,
    )


class PrecisionForm(Progress):
    precision = forms.ChoiceField(
        label=_("The date is known to"),
        choices=Precision.choices,
        widget=forms.RadioSelect,
        help_text=_("“The month” prints “May 2006” and never shows a day."),
    )


class ManyAtOnce(BulkAction):
    """A change of everything that is selected, in parts if it takes long; drafts stay drafts."""

    models = [ArticlePage, EventPage]
    template_name = "desk/lists/many_at_once.html"
    button = ""
    seconds = AT_A_TIME

    @cached_property
    def selection(self) -> Selection:
        return Selection(self.chosen(), self.request.user)

    def chosen(self):
        """The selected rows, or all that the list shows with its filters and words."""
        keys = self.request.GET.getlist("id")
        if "all" in keys:
            view = LIST_OF[self.model]()
            view.setup(self.request)
            return view.get_queryset()
        keys = [int(key) for key in keys if is_key(key)]
        return within_reach(self.model.objects.filter(pk__in=keys), self.request.user)

    def get_form(self, form_class=None):
        return self._narrowed(super().get_form(form_class))

    def _narrowed(self, form):
        """Offers no topic that whoever asks may not know of."""
        if topic := form.fields.get("topic"):
            topic.queryset = known_to(self.request.user, topic.queryset)
        return form

    def get_context_data(self, **kwargs):
        selection = self.selection
        kwargs.setdefault("form", self.get_form())
        return {
            **kwargs,
            "view": self,
            "number": len(selection.allowed),
            "titles": selection.titles[:NAMED],
            "more": max(0, len(selection.titles) - NAMED),
            "refused": selection.refused[:NAMED],
            "more_refused": max(0, len(selection.refused) - NAMED),
            "submit_url": self.request.get_full_path(),
            "next": self.next_url,
        }

    def form_valid(self, form):
        after, keys = form.number("after"), self.selection.allowed
        left = [key for key in keys if key > after]
        change = self.change(form.cleaned_data)
        done, changed = make(change, left, self.request.user, self.seconds)
        far = {
            "done": form.number("done") + done,
            "changed": form.number("changed") + changed,
        }
        if done < len(left):
            return self._go_on(form, {**far, "after": left[done - 1]}, len(left) - done)
        self._say(form.cleaned_data, **far)
        return HttpResponseRedirect(self.next_url)  # an address, never the name of a screen

    def _go_on(self, form, far: dict[str, int], left: int):
        """The same question again, answered, with how far it is."""
        answered = self._narrowed(type(form)({**form.data.dict(), **far}))
        context = self.get_context_data(form=answered, left=left, **far)
        return self.render_to_response({**context, "goes_on": True, "total": far["done"] + left})

    def _say(self, answers: dict, done: int, changed: int) -> None:
        same, refused = done - changed, self.selection.refused
        sentences = [self.told(answers, changed)]
        if same:
            sentences.append(self.unchanged(same))
        if refused:
            names = "; ".join(f"“{one.title}” ({one.reason})" for one in refused[:5])
            words = ngettext(
                "%(number)d item was left alone: %(names)s",
                "%(number)d items were left alone: %(names)s",
                len(refused),
            ) % {"number": len(refused), "names": names}
            sentences.append(f"{words}{' …' if len(refused) > 5 else '.'}")
        say = messages.warning if refused else messages.success
        say(self.request, " ".join(sentences))

    def unchanged(self, number: int) -> str:
        return ngettext(
            "%(number)d item was so already.", "%(number)d items were so already.", number
        ) % {"number": number}


class AddTopicAction(ManyAtOnce):
    display_name = _("Add a topic")
    button = _("Add this topic")
    action_type = "add_topic"
    aria_label = _("Add a topic to the selected items")
    question = _("Which topic are these items about?")
    action_priority = 10
    form_class = AddTopicForm

    def change(self, answers):
        return AddTopic(answers["topic"], answers["as_main"])

    def told(self, answers, number):
        return ngettext(
            "“%(topic)s” was added to %(number)d item.",
            "“%(topic)s” was added to %(number)d items.",
            number,
        ) % {"topic": answers["topic"].title, "number": number}


class RemoveTopicAction(ManyAtOnce):
    display_name = _("Remove a topic")
    button = _("Remove this topic")
    action_type = "remove_topic"
    aria_label = _("Remove a topic from the selected items")
    question = _("Which topic are these items not about?")
    action_priority = 20
    form_class = TopicForm

    def change(self, answers):
        return RemoveTopic(answers["topic"])

    def told(self, answers, number):
        return ngettext(
            "“%(topic)s” was removed from %(number)d item.",
            "“%(topic)s” was removed from %(number)d items.",
            number,
        ) % {"topic": answers["topic"].title, "number": number}

    def unchanged(self, number):
        return ngettext(
            "%(number)d item stays as it was: it is not filed there, or it is its main topic.",
            "%(number)d items stay as they were: they are not filed there, or it is their main topic.",
            number,
        ) % {"number": number}


class SetPrecisionAction(ManyAtOnce):
    display_name = _("Date known to…")
    button = _("Set how exact the dates are")
    action_type = "set_date_precision"
    aria_label = _("Set how exact the date of the selected items is")
    question = _("How exactly is the day of these items known?")
    action_priority = 30
    form_class = PrecisionForm

    def change(self, answers):
        return SetPrecision(answers["precision"])

    def told(self, answers, number):
        return ngettext(
            "The date of %(number)d item is now known to %(precision)s.",
            "The dates of %(number)d items are now known to %(precision)s.",
            number,
        ) % {"precision": Precision(answers["precision"]).label, "number": number}


ACTIONS = (AddTopicAction, RemoveTopicAction, SetPrecisionAction)
