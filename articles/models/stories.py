from django.db import models


class Story(models.Model):
    """One story of a roundup, as its topic's page and the search find it; written when the article is."""

    article = models.ForeignKey(
        "articles.ArticlePage", on_delete=models.CASCADE, related_name="stories"
    )
    place = models.PositiveSmallIntegerField()
    anchor = models.CharField(max_length=40)
    headline = models.CharField(max_length=255)
    summary = models.TextField(blank=True)
    topic = models.ForeignKey(
        "topics.TopicPage", null=True, on_delete=models.SET_NULL, related_name="stories"
    )

    class Meta:
        ordering = ["article_id", "place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "anchor"], name="one_story_an_anchor")
        ]

    def __str__(self) -> str:
        return self.headline
